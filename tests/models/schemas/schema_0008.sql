PRAGMA application_id = 1413761876;
PRAGMA user_version = 8;
BEGIN TRANSACTION;
CREATE TABLE audit_act (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	label VARCHAR NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	who VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	until DATETIME NOT NULL, 
	saves INTEGER NOT NULL
);
INSERT INTO "audit_act" VALUES(1,'Nhập hồ sơ trường','done','lan','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',1);
INSERT INTO "audit_act" VALUES(2,'Đặt ngôn ngữ','done','lan','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',1);
CREATE TABLE audit_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	act_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	action VARCHAR(24) NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT fk_audit_entry_act_id FOREIGN KEY(act_id) REFERENCES audit_act (id)
);
INSERT INTO "audit_entry" VALUES(1,1,'school',1,'insert','null','{"id":1,"level":"TH","levels":[],"official_name":"Trường Tiểu học Hoa Sen","short_name":"","abbreviation":"","parent_body":["UBND PHƯỜNG AN HOÀ"],"parent_name":"","education_authority":"","province":"","place":"","principal":"","principal_title":"HIỆU TRƯỞNG","deputy":"","deputy_title":"PHÓ HIỆU TRƯỞNG","planning":"school-year","issuer":"school","signer":"principal","council_name":"","council_abbreviation":"","council_uses_seal":true,"issuing_lines":[],"recipients":[],"letterhead_presets":[],"signature_presets":[],"size_preset":"A13","margin_top":20.0,"margin_bottom":20.0,"margin_left":30.0,"margin_right":15.0,"tone_marks":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(2,1,'plan',1,'insert','null','{"id":1,"kind":"ke-hoach","year":2026,"school_year":null,"title":"KẾ HOẠCH","subject":"Công tác thi đua","status":"issued","number":"","symbol":"","issued_on":"2026-03-02","version":0,"template_key":"","source_file":"","rolled_from":null,"revises":null,"revision_reason":"","reading":{},"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"folded":"","document":{"length":2,"sha256":"44136fa355b3678a"}}');
INSERT INTO "audit_entry" VALUES(3,1,'plan_version',1,'insert','null','{"id":1,"plan_id":1,"version":1,"number":"","symbol":"","issued_on":null,"reason":"","changes":["Lần đầu"],"snapshot_at":"2026-03-02T05:00:00+00:00","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","document":""}');
INSERT INTO "audit_entry" VALUES(4,1,'issued_document',1,'insert','null','{"id":1,"issuing_body":"Trường Tiểu học Hoa Sen","year":2026,"series":"","number":1,"suffix":"","symbol":"","kind":"","subject":"","signer":"","issued_on":"2026-03-02","recipients":"","file_name":"","file_sha256":"","voided_reason":"","plan_id":1,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(5,1,'school_template',1,'insert','null','{"id":1,"key":"rieng","title":"","level":"","kind":"ke-hoach","based_on":"","hidden":false,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"text":{"length":3,"sha256":"6891839dc5d7083a"}}');
INSERT INTO "audit_entry" VALUES(6,1,'school_clause',1,'insert','null','{"id":1,"key":"rieng","heading":"","levels":[],"based_on":"","hidden":false,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"text":{"length":24,"sha256":"5c9cc4f7413fb16f"},"folded":{"length":7,"sha256":"5fd00812a8b27e78"}}');
INSERT INTO "audit_entry" VALUES(7,1,'legal_document_edit',1,'insert','null','{"id":1,"key":"ND-30-2020","own":false,"hidden":false,"values":{"note":"giữ"},"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(8,1,'law_rule_edit',1,'insert','null','{"id":1,"key":"rule:RIENG","own":true,"values":{"text":"Quy chế"},"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(9,1,'staff_group',1,'insert','null','{"id":1,"name":"Tổ Văn phòng","folded":"to van phong","kind":"office","parent_id":null,"place":0,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"notes":""}');
INSERT INTO "audit_entry" VALUES(10,1,'person',1,'insert','null','{"id":1,"full_name":"Đỗ Thị Lụa","name_key":"L","folded":"do thi lua","birth_date":"1985-04-30","sex":"F","identity_number":"","group_id":1,"position":"","job_title":"","party_member":null,"manager":null,"sector_since":null,"hired_on":null,"left_on":null,"left_reason":"","returned_on":null,"special_area_years":null,"open_proceedings":null,"qualifications":"","political_theory":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"notes":""}');
INSERT INTO "audit_entry" VALUES(11,1,'rating',1,'insert','null','{"id":1,"person_id":1,"group_id":null,"year":"2024-2025","code":"HTTNV","words":"Hoàn thành tốt nhiệm vụ","note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(12,1,'award_record',1,'insert','null','{"id":1,"person_id":1,"group_id":null,"kind":"title","code":"LDTT","name":"Lao động tiên tiến","year":"2024-2025","level":"","number":"","decided_on":null,"body":"","thematic":false,"revoked":false,"revoked_reason":"","note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(13,1,'initiative',1,'insert','null','{"id":1,"title":"Góc đọc mở","folded":"","kind":"initiative","field":"","year":"2024-2025","state":"draft","applied_on":null,"recognised":"CO_SO","reach":"CO_SO","number":"","decided_on":null,"body":"","used_for":[],"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"notes":"","sketch":""}');
INSERT INTO "audit_entry" VALUES(14,1,'initiative_author',1,'insert','null','{"id":1,"initiative_id":1,"person_id":1,"name":"","share":60.0,"place":0,"position":"","workplace":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(15,1,'initiative_part',1,'insert','null','{"id":1,"initiative_id":1,"key":"hien-trang","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","text":{"length":21,"sha256":"5f86ffb7f9b44e07"}}');
INSERT INTO "audit_entry" VALUES(16,1,'initiative_file',1,'insert','null','{"id":1,"initiative_id":1,"file_name":"anh.jpg","file_sha256":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","size":9,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(17,1,'scoring_round',1,'insert','null','{"id":1,"council_id":null,"meeting_id":null,"year":"2024-2025","name":"Đợt 1","held_on":null,"criteria":[],"judges":[{"name":"Lý An"}],"pass_mark":0.0,"closed_at":null,"corrects":null,"reason":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"notes":""}');
INSERT INTO "audit_entry" VALUES(18,1,'round_entry',1,'insert','null','{"id":1,"round_id":1,"initiative_id":1,"place":0,"average":null,"outcome":"open","conclusion":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(19,1,'score_sheet',1,'insert','null','{"id":1,"entry_id":1,"judge":1,"points":{"tinh-moi":20},"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(20,1,'leave',1,'insert','null','{"id":1,"person_id":1,"kind":"maternity","starts_on":"2025-05-30","ends_on":null,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(21,1,'discipline',1,'insert','null','{"id":1,"person_id":1,"kind":"khien-trach","starts_on":"2025-05-30","ends_on":null,"number":"","body":"","note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(22,1,'council',1,'insert','null','{"id":1,"kind":"thi-dua","year":2026,"school_year":null,"name":"Hội đồng Thi đua","decision_number":"","decided_on":null,"starts_on":null,"ends_on":null,"cloned_from":null,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"notes":""}');
INSERT INTO "audit_entry" VALUES(23,1,'movement',1,'insert','null','{"id":1,"year":2026,"school_year":null,"name":"Dạy tốt, học tốt","folded":"day tot, hoc tot","launched_by":"","starts_on":null,"ends_on":null,"responsible":"","person_id":null,"group_id":null,"place":0,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"targets":"","half_year_result":"","final_result":""}');
INSERT INTO "audit_entry" VALUES(24,1,'task',1,'insert','null','{"id":1,"year":2026,"school_year":null,"plan_id":1,"uid":"t1","parent_id":null,"movement_id":1,"withdrawn":false,"place":0,"section":"","title":"Phát động thi đua","lead":"","executor":"","coordinator":"","due":"Tháng 9/2026","starts_on":null,"ends_on":null,"dated":false,"recurring":false,"state":"not-started","progress":0,"begun_on":null,"done_on":null,"reason":"","result":"","note":"","folded":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(25,1,'council_member',1,'insert','null','{"id":1,"council_id":1,"person_id":1,"name":"Đỗ Thị Lụa","position":"","role":"chair","place":0,"starts_on":null,"ends_on":null,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(26,1,'meeting',1,'insert','null','{"id":1,"council_id":1,"subject":"","held_on":"2026-09-20","starts_at":"","ends_at":"","venue":"","agenda":[],"guests":[],"invited":[],"absent":[],"absence_reasons":{},"chair_id":null,"secretary_id":null,"opinions":[],"conclusions":[],"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(27,1,'person',2,'insert','null','{"id":2,"full_name":"Đỗ Văn Lượng","name_key":"LU","folded":"do van luong","birth_date":null,"sex":null,"identity_number":"","group_id":null,"position":"","job_title":"","party_member":null,"manager":null,"sector_since":null,"hired_on":null,"left_on":null,"left_reason":"","returned_on":null,"special_area_years":null,"open_proceedings":null,"qualifications":"","political_theory":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"notes":""}');
INSERT INTO "audit_entry" VALUES(28,1,'relative',1,'insert','null','{"id":1,"person_id":1,"other_id":2,"kind":"chị em","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(29,1,'registration',1,'insert','null','{"id":1,"person_id":1,"group_id":null,"year":"2025-2026","award":"LDTT","name":"Lao động tiên tiến","registered_on":"2025-09-20","late":false,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(30,1,'group_review',1,'insert','null','{"id":1,"group_id":1,"year":"2025-2026","method":"consent","held_on":null,"starts_at":"","ends_at":"","venue":"","chair":"","secretary":"","members":null,"present":null,"absent":{},"opinions":[],"entries":[{"person":1,"code":"LDTT"}],"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(31,1,'vote_round',1,'insert','null','{"id":1,"meeting_id":1,"year":"2025-2026","number":1,"method":"secret","nominees":[],"voters":[],"held_back":[],"tellers":[],"issued":null,"returned":null,"valid":null,"invalid":null,"corrects_id":null,"reason":"","closed_at":"2026-03-02T05:00:00+00:00","snapshot":{"n":1},"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(32,1,'nomination',1,'insert','null','{"id":1,"person_id":1,"group_id":null,"year":"2025-2026","award":"LDTT","name":"Lao động tiên tiến","place":0,"state":"proposed","reason":"","override_reason":"","outcome":null,"outcome_award":"","round_id":1,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(33,1,'dossier',1,'insert','null','{"id":1,"year":"2025-2026","name":"Hồ sơ","level":"above","receiver":"","state":"draft","deadline":null,"sent_on":null,"sent_to":"","received_on":null,"returned_on":null,"returned_reason":"","decided_on":null,"number":"","body":"","steps":[{"state":"draft"}],"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null}');
INSERT INTO "audit_entry" VALUES(34,1,'dossier_entry',1,'insert','null','{"id":1,"dossier_id":1,"nomination_id":1,"person_id":1,"group_id":null,"award":"LDTT","name":"","place":0,"result":null,"record_id":null,"prize":null,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(35,1,'dossier_slot',1,'insert','null','{"id":1,"dossier_id":1,"entry_id":1,"key":"F_BC_CANHAN","waived":false,"paper_id":null,"file_name":"","file_sha256":"","size":0,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(36,1,'duty',1,'insert','null','{"id":1,"member_id":1,"kind":"area","text":"Phụ trách chung","place":0,"library_key":"","group_id":null,"movement_id":1,"task_id":null,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(37,1,'task_party',1,'insert','null','{"id":1,"task_id":1,"role":"lead","person_id":1,"group_id":null,"name":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(38,1,'task_party',2,'insert','null','{"id":2,"task_id":1,"role":"coordinator","person_id":null,"group_id":null,"name":"Công an phường","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(39,1,'task_event',1,'insert','null','{"id":1,"task_id":1,"kind":"changed","plan_id":1,"sentence":"Đổi","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(40,1,'task_evidence',1,'insert','null','{"id":1,"task_id":1,"file_name":"anh.jpg","file_sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","size":7,"note":"","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
INSERT INTO "audit_entry" VALUES(41,1,'paper',1,'insert','null','{"id":1,"kind":"bien-ban-hop","year":2026,"school_year":null,"about":{},"title":"","subject":"","status":"draft","number":"","symbol":"","issued_on":null,"exported_at":null,"fingerprint":"","register_id":1,"created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00","deleted_at":null,"folded":"","document":{"length":2,"sha256":"44136fa355b3678a"}}');
INSERT INTO "audit_entry" VALUES(42,2,'setting',1,'insert','null','{"id":1,"key":"language","value":"vi","created_at":"2026-03-02T05:00:00+00:00","updated_at":"2026-03-02T05:00:00+00:00"}');
CREATE TABLE award_record (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER, 
	group_id INTEGER, 
	kind VARCHAR(24) NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	year VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	decided_on DATE, 
	body VARCHAR NOT NULL, 
	thematic BOOLEAN NOT NULL, 
	revoked BOOLEAN NOT NULL, 
	revoked_reason VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_award_record_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_award_record_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "award_record" VALUES(1,1,NULL,'title','LDTT','Lao động tiên tiến','2024-2025','','',NULL,'',0,0,'','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE council (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(24) NOT NULL, 
	year INTEGER NOT NULL, 
	school_year VARCHAR, 
	name VARCHAR NOT NULL, 
	decision_number VARCHAR NOT NULL, 
	decided_on DATE, 
	starts_on DATE, 
	ends_on DATE, 
	cloned_from INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	notes TEXT NOT NULL, 
	CONSTRAINT fk_council_cloned_from FOREIGN KEY(cloned_from) REFERENCES council (id)
);
INSERT INTO "council" VALUES(1,'thi-dua',2026,NULL,'Hội đồng Thi đua','',NULL,NULL,NULL,NULL,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'');
CREATE TABLE council_member (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	council_id INTEGER NOT NULL, 
	person_id INTEGER, 
	name VARCHAR NOT NULL, 
	position VARCHAR NOT NULL, 
	role VARCHAR(24) NOT NULL, 
	place INTEGER NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_council_member_council_id FOREIGN KEY(council_id) REFERENCES council (id), 
	CONSTRAINT fk_council_member_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "council_member" VALUES(1,1,1,'Đỗ Thị Lụa','','chair',0,NULL,NULL,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE discipline (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE, 
	number VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_discipline_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "discipline" VALUES(1,1,'khien-trach','2025-05-30',NULL,'','','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE dossier (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	year VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	level VARCHAR(24) NOT NULL, 
	receiver VARCHAR NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	deadline DATE, 
	sent_on DATE, 
	sent_to VARCHAR NOT NULL, 
	received_on DATE, 
	returned_on DATE, 
	returned_reason VARCHAR NOT NULL, 
	decided_on DATE, 
	number VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	steps JSON NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME
);
INSERT INTO "dossier" VALUES(1,'2025-2026','Hồ sơ','above','','draft',NULL,NULL,'',NULL,NULL,'',NULL,'','','[{"state":"draft"}]','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE dossier_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	dossier_id INTEGER NOT NULL, 
	nomination_id INTEGER, 
	person_id INTEGER, 
	group_id INTEGER, 
	award VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	result VARCHAR(24), 
	record_id INTEGER, 
	prize INTEGER, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_dossier_entry_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id), 
	CONSTRAINT fk_dossier_entry_nomination_id FOREIGN KEY(nomination_id) REFERENCES nomination (id), 
	CONSTRAINT fk_dossier_entry_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_dossier_entry_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id), 
	CONSTRAINT fk_dossier_entry_record_id FOREIGN KEY(record_id) REFERENCES award_record (id)
);
INSERT INTO "dossier_entry" VALUES(1,1,1,1,NULL,'LDTT','',0,NULL,NULL,NULL,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE dossier_slot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	dossier_id INTEGER NOT NULL, 
	entry_id INTEGER, 
	"key" VARCHAR NOT NULL, 
	waived BOOLEAN NOT NULL, 
	paper_id INTEGER, 
	file_name VARCHAR NOT NULL, 
	file_sha256 VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_dossier_slot_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id), 
	CONSTRAINT fk_dossier_slot_entry_id FOREIGN KEY(entry_id) REFERENCES dossier_entry (id), 
	CONSTRAINT fk_dossier_slot_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id)
);
INSERT INTO "dossier_slot" VALUES(1,1,1,'F_BC_CANHAN',0,NULL,'','',0,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE duty (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	text VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	library_key VARCHAR NOT NULL, 
	group_id INTEGER, 
	movement_id INTEGER, 
	task_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_duty_member_id FOREIGN KEY(member_id) REFERENCES council_member (id), 
	CONSTRAINT fk_duty_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id), 
	CONSTRAINT fk_duty_movement_id FOREIGN KEY(movement_id) REFERENCES movement (id), 
	CONSTRAINT fk_duty_task_id FOREIGN KEY(task_id) REFERENCES task (id)
);
INSERT INTO "duty" VALUES(1,1,'area','Phụ trách chung',0,'',NULL,1,NULL,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE group_review (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	group_id INTEGER NOT NULL, 
	year VARCHAR NOT NULL, 
	method VARCHAR(24) NOT NULL, 
	held_on DATE, 
	starts_at VARCHAR NOT NULL, 
	ends_at VARCHAR NOT NULL, 
	venue VARCHAR NOT NULL, 
	chair VARCHAR NOT NULL, 
	secretary VARCHAR NOT NULL, 
	members INTEGER, 
	present INTEGER, 
	absent JSON NOT NULL, 
	opinions JSON NOT NULL, 
	entries JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_group_review_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "group_review" VALUES(1,1,'2025-2026','consent',NULL,'','','','','',NULL,NULL,'{}','[]','[{"person":1,"code":"LDTT"}]','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE initiative (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	field VARCHAR NOT NULL, 
	year VARCHAR NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	applied_on DATE, 
	recognised VARCHAR NOT NULL, 
	reach VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	decided_on DATE, 
	body VARCHAR NOT NULL, 
	used_for JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	notes TEXT NOT NULL, 
	sketch TEXT NOT NULL
);
INSERT INTO "initiative" VALUES(1,'Góc đọc mở','','initiative','','2024-2025','draft',NULL,'CO_SO','CO_SO','',NULL,'','[]','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'','');
CREATE TABLE initiative_author (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	initiative_id INTEGER NOT NULL, 
	person_id INTEGER, 
	name VARCHAR NOT NULL, 
	share DOUBLE, 
	place INTEGER NOT NULL, 
	position VARCHAR NOT NULL, 
	workplace VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_initiative_author_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id), 
	CONSTRAINT fk_initiative_author_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "initiative_author" VALUES(1,1,1,'',60.0,0,'','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE initiative_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	initiative_id INTEGER NOT NULL, 
	file_name VARCHAR NOT NULL, 
	file_sha256 VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_initiative_file_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);
INSERT INTO "initiative_file" VALUES(1,1,'anh.jpg','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',9,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE initiative_part (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	initiative_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT fk_initiative_part_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);
INSERT INTO "initiative_part" VALUES(1,1,'hien-trang','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000','Học sinh ít đọc sách.');
CREATE TABLE issued_document (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	issuing_body VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	series VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	suffix VARCHAR NOT NULL, 
	symbol VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	signer VARCHAR NOT NULL, 
	issued_on DATE NOT NULL, 
	recipients VARCHAR NOT NULL, 
	file_name VARCHAR NOT NULL, 
	file_sha256 VARCHAR NOT NULL, 
	voided_reason VARCHAR NOT NULL, 
	plan_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_issued_document_issuing_body_year_series_number_suffix UNIQUE (issuing_body, year, series, number, suffix), 
	CONSTRAINT fk_issued_document_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "issued_document" VALUES(1,'Trường Tiểu học Hoa Sen',2026,'',1,'','','','','','2026-03-02','','','','',1,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE law_rule_edit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	own BOOLEAN NOT NULL, 
	"values" JSON NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT uq_law_rule_edit_key UNIQUE ("key")
);
INSERT INTO "law_rule_edit" VALUES(1,'rule:RIENG',1,'{"text":"Quy chế"}','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE leave (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_leave_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "leave" VALUES(1,1,'maternity','2025-05-30',NULL,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE legal_document_edit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	own BOOLEAN NOT NULL, 
	hidden BOOLEAN NOT NULL, 
	"values" JSON NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT uq_legal_document_edit_key UNIQUE ("key")
);
INSERT INTO "legal_document_edit" VALUES(1,'ND-30-2020',0,0,'{"note":"giữ"}','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE meeting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	council_id INTEGER NOT NULL, 
	subject VARCHAR NOT NULL, 
	held_on DATE, 
	starts_at VARCHAR NOT NULL, 
	ends_at VARCHAR NOT NULL, 
	venue VARCHAR NOT NULL, 
	agenda JSON NOT NULL, 
	guests JSON NOT NULL, 
	invited JSON NOT NULL, 
	absent JSON NOT NULL, 
	absence_reasons JSON NOT NULL, 
	chair_id INTEGER, 
	secretary_id INTEGER, 
	opinions JSON NOT NULL, 
	conclusions JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_meeting_council_id FOREIGN KEY(council_id) REFERENCES council (id)
);
INSERT INTO "meeting" VALUES(1,1,'','2026-09-20','','','','[]','[]','[]','[]','{}',NULL,NULL,'[]','[]','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE movement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	year INTEGER NOT NULL, 
	school_year VARCHAR, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	launched_by VARCHAR NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	responsible VARCHAR NOT NULL, 
	person_id INTEGER, 
	group_id INTEGER, 
	place INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	targets TEXT NOT NULL, 
	half_year_result TEXT NOT NULL, 
	final_result TEXT NOT NULL, 
	CONSTRAINT fk_movement_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_movement_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "movement" VALUES(1,2026,NULL,'Dạy tốt, học tốt','day tot, hoc tot','',NULL,NULL,'',NULL,NULL,0,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'','','');
CREATE TABLE nomination (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER, 
	group_id INTEGER, 
	year VARCHAR NOT NULL, 
	award VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	place INTEGER NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	reason VARCHAR NOT NULL, 
	override_reason VARCHAR NOT NULL, 
	outcome VARCHAR(24), 
	outcome_award VARCHAR NOT NULL, 
	round_id INTEGER, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_nomination_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_nomination_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id), 
	CONSTRAINT fk_nomination_round_id FOREIGN KEY(round_id) REFERENCES vote_round (id)
);
INSERT INTO "nomination" VALUES(1,1,NULL,'2025-2026','LDTT','Lao động tiên tiến',0,'proposed','','',NULL,'',1,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE paper (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	school_year VARCHAR, 
	about JSON NOT NULL, 
	title VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	status VARCHAR(24) NOT NULL, 
	number VARCHAR NOT NULL, 
	symbol VARCHAR NOT NULL, 
	issued_on DATE, 
	exported_at DATETIME, 
	fingerprint VARCHAR NOT NULL, 
	register_id INTEGER, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	folded TEXT NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT fk_paper_register_id FOREIGN KEY(register_id) REFERENCES issued_document (id)
);
INSERT INTO "paper" VALUES(1,'bien-ban-hop',2026,NULL,'{}','','','draft','','',NULL,NULL,'',1,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'','{}');
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	full_name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	birth_date DATE, 
	sex VARCHAR(24), 
	identity_number VARCHAR NOT NULL, 
	group_id INTEGER, 
	position VARCHAR NOT NULL, 
	job_title VARCHAR NOT NULL, 
	party_member BOOLEAN, 
	manager BOOLEAN, 
	sector_since DATE, 
	hired_on DATE, 
	left_on DATE, 
	left_reason VARCHAR NOT NULL, 
	returned_on DATE, 
	special_area_years INTEGER, 
	open_proceedings BOOLEAN, 
	qualifications VARCHAR NOT NULL, 
	political_theory VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	notes TEXT NOT NULL, 
	CONSTRAINT fk_person_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "person" VALUES(1,'Đỗ Thị Lụa','L','do thi lua','1985-04-30','F','',1,'','',NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,'','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'');
INSERT INTO "person" VALUES(2,'Đỗ Văn Lượng','LU','do van luong',NULL,NULL,'',NULL,'','',NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,'','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'');
CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	year INTEGER NOT NULL, 
	school_year VARCHAR, 
	title VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	status VARCHAR(24) NOT NULL, 
	number VARCHAR NOT NULL, 
	symbol VARCHAR NOT NULL, 
	issued_on DATE, 
	version INTEGER NOT NULL, 
	template_key VARCHAR NOT NULL, 
	source_file VARCHAR NOT NULL, 
	rolled_from INTEGER, 
	revises INTEGER, 
	revision_reason VARCHAR NOT NULL, 
	reading JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	folded TEXT NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT fk_plan_rolled_from FOREIGN KEY(rolled_from) REFERENCES "plan" (id), 
	CONSTRAINT fk_plan_revises FOREIGN KEY(revises) REFERENCES "plan" (id)
);
INSERT INTO "plan" VALUES(1,'ke-hoach',2026,NULL,'KẾ HOẠCH','Công tác thi đua','issued','','','2026-03-02',0,'','',NULL,NULL,'','{}','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'','{}');
CREATE TABLE plan_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	symbol VARCHAR NOT NULL, 
	issued_on DATE, 
	reason VARCHAR NOT NULL, 
	changes JSON NOT NULL, 
	snapshot_at DATETIME NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	document TEXT NOT NULL, 
	CONSTRAINT uq_plan_version_plan_id_version UNIQUE (plan_id, version), 
	CONSTRAINT fk_plan_version_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "plan_version" VALUES(1,1,1,'','',NULL,'','["Lần đầu"]','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000','');
CREATE TABLE rating (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER, 
	group_id INTEGER, 
	year VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_rating_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_rating_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "rating" VALUES(1,1,NULL,'2024-2025','HTTNV','Hoàn thành tốt nhiệm vụ','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE registration (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER, 
	group_id INTEGER, 
	year VARCHAR NOT NULL, 
	award VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	registered_on DATE, 
	late BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_registration_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_registration_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "registration" VALUES(1,1,NULL,'2025-2026','LDTT','Lao động tiên tiến','2025-09-20',0,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE relative (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	other_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_relative_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_relative_other_id FOREIGN KEY(other_id) REFERENCES person (id)
);
INSERT INTO "relative" VALUES(1,1,2,'chị em','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE round_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	round_id INTEGER NOT NULL, 
	initiative_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	average DOUBLE, 
	outcome VARCHAR(24) NOT NULL, 
	conclusion VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_round_entry_round_id FOREIGN KEY(round_id) REFERENCES scoring_round (id), 
	CONSTRAINT fk_round_entry_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);
INSERT INTO "round_entry" VALUES(1,1,1,0,NULL,'open','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE school (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	level VARCHAR NOT NULL, 
	levels JSON NOT NULL, 
	official_name VARCHAR NOT NULL, 
	short_name VARCHAR NOT NULL, 
	abbreviation VARCHAR NOT NULL, 
	parent_body JSON NOT NULL, 
	parent_name VARCHAR NOT NULL, 
	education_authority VARCHAR NOT NULL, 
	province VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	principal VARCHAR NOT NULL, 
	principal_title VARCHAR NOT NULL, 
	deputy VARCHAR NOT NULL, 
	deputy_title VARCHAR NOT NULL, 
	planning VARCHAR NOT NULL, 
	issuer VARCHAR NOT NULL, 
	signer VARCHAR NOT NULL, 
	council_name VARCHAR NOT NULL, 
	council_abbreviation VARCHAR NOT NULL, 
	council_uses_seal BOOLEAN NOT NULL, 
	issuing_lines JSON NOT NULL, 
	recipients JSON NOT NULL, 
	letterhead_presets JSON NOT NULL, 
	signature_presets JSON NOT NULL, 
	size_preset VARCHAR NOT NULL, 
	margin_top DOUBLE NOT NULL, 
	margin_bottom DOUBLE NOT NULL, 
	margin_left DOUBLE NOT NULL, 
	margin_right DOUBLE NOT NULL, 
	tone_marks VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL
);
INSERT INTO "school" VALUES(1,'TH','[]','Trường Tiểu học Hoa Sen','','','["UBND PHƯỜNG AN HOÀ"]','','','','','','HIỆU TRƯỞNG','','PHÓ HIỆU TRƯỞNG','school-year','school','principal','','',1,'[]','[]','[]','[]','A13',20.0,20.0,30.0,15.0,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE school_clause (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	heading VARCHAR NOT NULL, 
	levels JSON NOT NULL, 
	based_on VARCHAR NOT NULL, 
	hidden BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	text TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT uq_school_clause_key UNIQUE ("key")
);
INSERT INTO "school_clause" VALUES(1,'rieng','','[]','',0,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'Thi đua dạy tốt, học tốt','thi dua');
CREATE TABLE school_template (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	based_on VARCHAR NOT NULL, 
	hidden BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	text TEXT NOT NULL, 
	CONSTRAINT uq_school_template_key UNIQUE ("key")
);
INSERT INTO "school_template" VALUES(1,'rieng','','','ke-hoach','',0,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'mẫu');
CREATE TABLE score_sheet (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id INTEGER NOT NULL, 
	judge INTEGER NOT NULL, 
	points JSON NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_score_sheet_entry_id FOREIGN KEY(entry_id) REFERENCES round_entry (id)
);
INSERT INTO "score_sheet" VALUES(1,1,1,'{"tinh-moi":20}','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE scoring_round (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	council_id INTEGER, 
	meeting_id INTEGER, 
	year VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	held_on DATE, 
	criteria JSON NOT NULL, 
	judges JSON NOT NULL, 
	pass_mark DOUBLE NOT NULL, 
	closed_at DATETIME, 
	corrects INTEGER, 
	reason VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	notes TEXT NOT NULL, 
	CONSTRAINT fk_scoring_round_council_id FOREIGN KEY(council_id) REFERENCES council (id), 
	CONSTRAINT fk_scoring_round_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_scoring_round_corrects FOREIGN KEY(corrects) REFERENCES scoring_round (id)
);
INSERT INTO "scoring_round" VALUES(1,NULL,NULL,'2024-2025','Đợt 1',NULL,'[]','[{"name":"Lý An"}]',0.0,NULL,NULL,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'');
CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	value JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_setting_key UNIQUE ("key")
);
INSERT INTO "setting" VALUES(1,'language','"vi"','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE staff_group (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	parent_id INTEGER, 
	place INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	notes TEXT NOT NULL, 
	CONSTRAINT fk_staff_group_parent_id FOREIGN KEY(parent_id) REFERENCES staff_group (id)
);
INSERT INTO "staff_group" VALUES(1,'Tổ Văn phòng','to van phong','office',NULL,0,'2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL,'');
CREATE TABLE task (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	year INTEGER NOT NULL, 
	school_year VARCHAR, 
	plan_id INTEGER, 
	uid VARCHAR NOT NULL, 
	parent_id INTEGER, 
	movement_id INTEGER, 
	withdrawn BOOLEAN NOT NULL, 
	place INTEGER NOT NULL, 
	section VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	lead VARCHAR NOT NULL, 
	executor VARCHAR NOT NULL, 
	coordinator VARCHAR NOT NULL, 
	due VARCHAR NOT NULL, 
	starts_on DATE, 
	ends_on DATE, 
	dated BOOLEAN NOT NULL, 
	recurring BOOLEAN NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	progress INTEGER NOT NULL, 
	begun_on DATE, 
	done_on DATE, 
	reason VARCHAR NOT NULL, 
	result VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_task_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT fk_task_parent_id FOREIGN KEY(parent_id) REFERENCES task (id), 
	CONSTRAINT fk_task_movement_id FOREIGN KEY(movement_id) REFERENCES movement (id)
);
INSERT INTO "task" VALUES(1,2026,NULL,1,'t1',NULL,1,0,0,'','Phát động thi đua','','','','Tháng 9/2026',NULL,NULL,0,0,'not-started',0,NULL,NULL,'','','','','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE TABLE task_event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	plan_id INTEGER, 
	sentence VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_task_event_task_id FOREIGN KEY(task_id) REFERENCES task (id), 
	CONSTRAINT fk_task_event_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "task_event" VALUES(1,1,'changed',1,'Đổi','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE task_evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	file_name VARCHAR NOT NULL, 
	file_sha256 VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_task_evidence_task_id FOREIGN KEY(task_id) REFERENCES task (id)
);
INSERT INTO "task_evidence" VALUES(1,1,'anh.jpg','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',7,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE task_party (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	task_id INTEGER NOT NULL, 
	role VARCHAR(24) NOT NULL, 
	person_id INTEGER, 
	group_id INTEGER, 
	name VARCHAR NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT fk_task_party_task_id FOREIGN KEY(task_id) REFERENCES task (id), 
	CONSTRAINT fk_task_party_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_task_party_group_id FOREIGN KEY(group_id) REFERENCES staff_group (id)
);
INSERT INTO "task_party" VALUES(1,1,'lead',1,NULL,'','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
INSERT INTO "task_party" VALUES(2,1,'coordinator',NULL,NULL,'Công an phường','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000');
CREATE TABLE undo_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	act_id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	merge_key VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	undone BOOLEAN NOT NULL, 
	"before" BLOB NOT NULL, 
	"after" BLOB NOT NULL, 
	CONSTRAINT fk_undo_step_act_id FOREIGN KEY(act_id) REFERENCES audit_act (id)
);
INSERT INTO "undo_step" VALUES(1,2,'Đặt ngôn ngữ','','2026-03-02 05:00:00.000000',0,X'78018B8E562A4E2D29C9CC4B57D25130D45150CACC2B4E2D2A0172F24A7372626301A8F30A5C',X'78018BAE56CA4C51B25230D45150CA4EAD04B2947212F3D24B13D353958042658939A5A920C1B24C1037B92835B12435253EB1042466646064A66B60AC6B601462606A65600044DA6012A4B4B4208528A5B5B10021CC21AB');
CREATE TABLE vote_round (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	year VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	method VARCHAR(24) NOT NULL, 
	nominees JSON NOT NULL, 
	voters JSON NOT NULL, 
	held_back JSON NOT NULL, 
	tellers JSON NOT NULL, 
	issued INTEGER, 
	returned INTEGER, 
	valid INTEGER, 
	invalid INTEGER, 
	corrects_id INTEGER, 
	reason VARCHAR NOT NULL, 
	closed_at DATETIME, 
	snapshot JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	deleted_at DATETIME, 
	CONSTRAINT fk_vote_round_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_vote_round_corrects_id FOREIGN KEY(corrects_id) REFERENCES vote_round (id)
);
INSERT INTO "vote_round" VALUES(1,1,'2025-2026',1,'secret','[]','[]','[]','[]',NULL,NULL,NULL,NULL,NULL,'','2026-03-02 05:00:00.000000','{"n":1}','2026-03-02 05:00:00.000000','2026-03-02 05:00:00.000000',NULL);
CREATE INDEX ix_audit_act_at ON audit_act (at);
CREATE INDEX ix_council_year ON council (year);
CREATE INDEX ix_council_deleted_at ON council (deleted_at);
CREATE INDEX ix_dossier_deleted_at ON dossier (deleted_at);
CREATE INDEX ix_dossier_year ON dossier (year);
CREATE INDEX ix_law_rule_edit_deleted_at ON law_rule_edit (deleted_at);
CREATE INDEX ix_school_template_deleted_at ON school_template (deleted_at);
CREATE INDEX ix_school_clause_heading ON school_clause (heading);
CREATE INDEX ix_school_clause_deleted_at ON school_clause (deleted_at);
CREATE INDEX ix_legal_document_edit_deleted_at ON legal_document_edit (deleted_at);
CREATE INDEX ix_initiative_deleted_at ON initiative (deleted_at);
CREATE INDEX ix_initiative_year ON initiative (year);
CREATE INDEX ix_staff_group_deleted_at ON staff_group (deleted_at);
CREATE INDEX ix_staff_group_parent_id ON staff_group (parent_id);
CREATE INDEX ix_plan_deleted_at ON "plan" (deleted_at);
CREATE INDEX ix_plan_year ON "plan" (year);
CREATE INDEX ix_plan_revises ON "plan" (revises);
CREATE INDEX ix_audit_entry_act_id ON audit_entry (act_id);
CREATE INDEX ix_audit_entry_row_id ON audit_entry (row_id);
CREATE INDEX ix_audit_entry_table_name ON audit_entry (table_name);
CREATE INDEX ix_meeting_council_id ON meeting (council_id);
CREATE INDEX ix_meeting_deleted_at ON meeting (deleted_at);
CREATE INDEX ix_initiative_part_initiative_id ON initiative_part (initiative_id);
CREATE INDEX ix_initiative_file_initiative_id ON initiative_file (initiative_id);
CREATE INDEX ix_person_deleted_at ON person (deleted_at);
CREATE INDEX ix_person_name_key ON person (name_key);
CREATE INDEX ix_person_group_id ON person (group_id);
CREATE INDEX ix_plan_version_plan_id ON plan_version (plan_id);
CREATE INDEX ix_group_review_group_id ON group_review (group_id);
CREATE INDEX ix_group_review_deleted_at ON group_review (deleted_at);
CREATE INDEX ix_group_review_year ON group_review (year);
CREATE INDEX ix_issued_document_plan_id ON issued_document (plan_id);
CREATE INDEX ix_issued_document_year ON issued_document (year);
CREATE INDEX ix_council_member_council_id ON council_member (council_id);
CREATE INDEX ix_council_member_person_id ON council_member (person_id);
CREATE INDEX ix_rating_person_id ON rating (person_id);
CREATE INDEX ix_rating_year ON rating (year);
CREATE INDEX ix_rating_deleted_at ON rating (deleted_at);
CREATE INDEX ix_rating_group_id ON rating (group_id);
CREATE INDEX ix_award_record_code ON award_record (code);
CREATE INDEX ix_award_record_group_id ON award_record (group_id);
CREATE INDEX ix_award_record_year ON award_record (year);
CREATE INDEX ix_award_record_person_id ON award_record (person_id);
CREATE INDEX ix_award_record_deleted_at ON award_record (deleted_at);
CREATE INDEX ix_initiative_author_initiative_id ON initiative_author (initiative_id);
CREATE INDEX ix_initiative_author_person_id ON initiative_author (person_id);
CREATE INDEX ix_paper_kind ON paper (kind);
CREATE INDEX ix_paper_deleted_at ON paper (deleted_at);
CREATE INDEX ix_paper_year ON paper (year);
CREATE INDEX ix_paper_register_id ON paper (register_id);
CREATE INDEX ix_leave_deleted_at ON leave (deleted_at);
CREATE INDEX ix_leave_person_id ON leave (person_id);
CREATE INDEX ix_discipline_deleted_at ON discipline (deleted_at);
CREATE INDEX ix_discipline_person_id ON discipline (person_id);
CREATE INDEX ix_registration_award ON registration (award);
CREATE INDEX ix_registration_year ON registration (year);
CREATE INDEX ix_registration_person_id ON registration (person_id);
CREATE INDEX ix_registration_deleted_at ON registration (deleted_at);
CREATE INDEX ix_registration_group_id ON registration (group_id);
CREATE INDEX ix_scoring_round_meeting_id ON scoring_round (meeting_id);
CREATE INDEX ix_scoring_round_year ON scoring_round (year);
CREATE INDEX ix_scoring_round_council_id ON scoring_round (council_id);
CREATE INDEX ix_scoring_round_deleted_at ON scoring_round (deleted_at);
CREATE INDEX ix_movement_person_id ON movement (person_id);
CREATE INDEX ix_movement_group_id ON movement (group_id);
CREATE INDEX ix_movement_deleted_at ON movement (deleted_at);
CREATE INDEX ix_movement_year ON movement (year);
CREATE INDEX ix_vote_round_meeting_id ON vote_round (meeting_id);
CREATE INDEX ix_vote_round_deleted_at ON vote_round (deleted_at);
CREATE INDEX ix_vote_round_year ON vote_round (year);
CREATE INDEX ix_vote_round_corrects_id ON vote_round (corrects_id);
CREATE INDEX ix_relative_other_id ON relative (other_id);
CREATE INDEX ix_relative_person_id ON relative (person_id);
CREATE INDEX ix_nomination_deleted_at ON nomination (deleted_at);
CREATE INDEX ix_nomination_round_id ON nomination (round_id);
CREATE INDEX ix_nomination_person_id ON nomination (person_id);
CREATE INDEX ix_nomination_group_id ON nomination (group_id);
CREATE INDEX ix_nomination_year ON nomination (year);
CREATE INDEX ix_nomination_award ON nomination (award);
CREATE INDEX ix_round_entry_initiative_id ON round_entry (initiative_id);
CREATE INDEX ix_round_entry_round_id ON round_entry (round_id);
CREATE INDEX ix_task_plan_id ON task (plan_id);
CREATE INDEX ix_task_ends_on ON task (ends_on);
CREATE INDEX ix_task_year ON task (year);
CREATE INDEX ix_task_parent_id ON task (parent_id);
CREATE INDEX ix_task_deleted_at ON task (deleted_at);
CREATE INDEX ix_task_uid ON task (uid);
CREATE INDEX ix_task_movement_id ON task (movement_id);
CREATE INDEX ix_duty_movement_id ON duty (movement_id);
CREATE INDEX ix_duty_group_id ON duty (group_id);
CREATE INDEX ix_duty_task_id ON duty (task_id);
CREATE INDEX ix_duty_member_id ON duty (member_id);
CREATE INDEX ix_dossier_entry_dossier_id ON dossier_entry (dossier_id);
CREATE INDEX ix_dossier_entry_award ON dossier_entry (award);
CREATE INDEX ix_dossier_entry_nomination_id ON dossier_entry (nomination_id);
CREATE INDEX ix_dossier_entry_person_id ON dossier_entry (person_id);
CREATE INDEX ix_dossier_entry_record_id ON dossier_entry (record_id);
CREATE INDEX ix_dossier_entry_group_id ON dossier_entry (group_id);
CREATE INDEX ix_score_sheet_entry_id ON score_sheet (entry_id);
CREATE INDEX ix_task_party_task_id ON task_party (task_id);
CREATE INDEX ix_task_party_group_id ON task_party (group_id);
CREATE INDEX ix_task_party_person_id ON task_party (person_id);
CREATE INDEX ix_task_evidence_task_id ON task_evidence (task_id);
CREATE INDEX ix_task_event_task_id ON task_event (task_id);
CREATE INDEX ix_task_event_plan_id ON task_event (plan_id);
CREATE INDEX ix_dossier_slot_paper_id ON dossier_slot (paper_id);
CREATE INDEX ix_dossier_slot_dossier_id ON dossier_slot (dossier_id);
CREATE INDEX ix_dossier_slot_entry_id ON dossier_slot (entry_id);
COMMIT;
