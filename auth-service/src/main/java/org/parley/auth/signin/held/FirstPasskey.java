package org.parley.auth.signin.held;

import org.parley.auth.signin.passkey.webauthn.NewCredential;

/** The verified passkey with which a newcomer registers, and its name. */
public record FirstPasskey(String name, NewCredential credential) {
}
