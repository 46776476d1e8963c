"""What has no noun: text, clock, findings, audit trail, files, jobs, settings. May use no other room."""
