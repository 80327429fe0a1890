/** Tests of passkeys. */
@NullMarked
package org.parley.auth.signin.passkey;

import org.jspecify.annotations.NullMarked;
