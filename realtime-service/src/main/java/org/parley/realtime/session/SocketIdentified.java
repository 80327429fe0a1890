package org.parley.realtime.session;

/** A socket has got an identity, or another token of the same one. */
public record SocketIdentified(SocketIdentity identity) {
}
