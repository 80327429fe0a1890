/** Registration with a passkey instead of a password. */
@NullMarked
package org.parley.auth.signin.passkey.newcomer;

import org.jspecify.annotations.NullMarked;
