package org.parley.auth.user.event;

/**
 * A person has shown that they receive mails to an address that was not verified before.
 * Internal to this service: listeners remove what somebody else may have set up to keep
 * them out, in the same transaction.
 */
public record EmailProven(String userId) {
}
