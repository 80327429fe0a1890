/** Passkeys: signing in by a device that knows its owner, without a password. */
@NullMarked
package org.parley.auth.passkey;

import org.jspecify.annotations.NullMarked;
