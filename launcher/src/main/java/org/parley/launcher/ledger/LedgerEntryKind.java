package org.parley.launcher.ledger;

/** What was written. */
public enum LedgerEntryKind {

	START, REPLY, VOTE, EDIT, LOCK, UNLOCK, REGISTRATION, ROLE, WEBHOOK

}
