/** Two-factor sign-in with an authenticator app and recovery codes. */
@NullMarked
package org.parley.auth.signin.secondfactor;

import org.jspecify.annotations.NullMarked;
