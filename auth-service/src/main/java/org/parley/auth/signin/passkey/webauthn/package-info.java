/**
 * The WebAuthn protocol: challenges, and the verification of what authenticators sign.
 */
@NullMarked
package org.parley.auth.signin.passkey.webauthn;

import org.jspecify.annotations.NullMarked;
