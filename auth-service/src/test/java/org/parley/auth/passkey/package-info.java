/** Tests of passkeys. */
@NullMarked
package org.parley.auth.passkey;

import org.jspecify.annotations.NullMarked;
