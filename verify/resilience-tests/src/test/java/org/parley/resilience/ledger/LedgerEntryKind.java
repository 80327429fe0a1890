package org.parley.resilience.ledger;

/** Kinds of writes. */
public enum LedgerEntryKind {

	START, REPLY, VOTE, EDIT, LOCK, UNLOCK, REGISTRATION, ROLE, WEBHOOK

}
