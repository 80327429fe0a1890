package org.parley.auth.address;

/**
 * An account went back to the address that it had, as somebody else may have had it. Told
 * within the transaction, to the parts of this service alone.
 *
 * @param userId whose
 */
public record EmailRestored(String userId) {
}
