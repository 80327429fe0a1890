/** Passkeys: signing in without a password. */
@NullMarked
package org.parley.auth.signin.passkey;

import org.jspecify.annotations.NullMarked;
