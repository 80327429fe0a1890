/** Passkeys: signing in by a device that knows its owner, without a password. */
@NullMarked
package org.parley.auth.signin.passkey;

import org.jspecify.annotations.NullMarked;
