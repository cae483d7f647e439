"""Where a folder is: on this machine, on a share, or in a folder that a service synchronises.

Write-ahead logging needs shared memory between all who read, which no share gives, and a
synchronising service may copy the file without its log; there the store uses a rollback journal.
"""

from __future__ import annotations

import os
import re
import sys
from enum import StrEnum
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_TYPES = frozenset(
    {
        *("9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3"),
        *("smbfs", "vboxsf", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs"),
        *("fuse.sshfs", "fuse.vmhgfs-fuse"),
    }
)
_SYNCED_NAME = re.compile(
    r"^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|drive của tôi|googledrive-.+|"
    r"box( sync)?|icloud ?drive|mobile documents|nextcloud|owncloud|pcloud ?drive|mega(sync)?)$",
    re.IGNORECASE,
)
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DRIVE_REMOTE = 4
_OCTAL = re.compile(r"\\(\d{3})")


class Location(StrEnum):
    """What sort of place a folder is."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


def location_of(folder: Path) -> Location:
    """Return where `folder` (which need not exist yet) is."""
    full = Path(os.path.realpath(folder))
    if is_network(full):
        return Location.NETWORK
    return Location.SYNCED if is_synced(full) else Location.LOCAL


def is_network(folder: Path) -> bool:
    """Tell whether a folder lies on another machine."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return drive_type(folder.anchor) == _DRIVE_REMOTE
    return mount_type(folder) in _REMOTE_TYPES


def is_synced(folder: Path) -> bool:
    """Tell whether a service such as OneDrive or Dropbox copies the folder to other machines."""
    roots = [os.environ[name] for name in _ONEDRIVE_VARIABLES if os.environ.get(name)]
    if any(folder.is_relative_to(root) for root in roots):
        return True
    return any(_SYNCED_NAME.match(part) for part in folder.parts)


def drive_type(anchor: str) -> int:
    """Return what Windows says of a drive such as `Z:\\`; 0 (unknown) on other systems."""
    import ctypes

    windll = getattr(ctypes, "windll", None)
    return 0 if windll is None else int(windll.kernel32.GetDriveTypeW(anchor))


def mount_type(folder: Path) -> str:
    """Return the type of the file system under a folder, or "" where the system does not say."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        point, type_name = _mount(line)
        if len(point.parts) >= best and folder.is_relative_to(point):
            best, kind = len(point.parts), type_name
    return kind


def _mount(line: str) -> tuple[Path, str]:
    """Return mount point and type of a line of mountinfo, whose blanks are written in octal."""
    before, _, after = line.partition(" - ")
    point = _OCTAL.sub(lambda code: chr(int(code[1], 8)), before.split(" ")[4])
    return Path(point), after.split(" ")[0]
