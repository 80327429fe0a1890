package org.parley.launcher.ledger;

/** Kinds of writes. */
public enum LedgerEntryKind {

	START, REPLY, VOTE, EDIT, LOCK, UNLOCK, REGISTRATION, ROLE, WEBHOOK

}
