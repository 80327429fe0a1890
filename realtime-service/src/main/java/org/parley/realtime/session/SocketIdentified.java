package org.parley.realtime.session;

/**
 * A socket has got an identity, or another token of the same one.
 *
 * @param identity the new identity
 */
public record SocketIdentified(SocketIdentity identity) {
}
