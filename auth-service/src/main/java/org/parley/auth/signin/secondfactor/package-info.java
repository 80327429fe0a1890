/** The second factor: codes of an authenticator app, and recovery codes for its loss. */
@NullMarked
package org.parley.auth.signin.secondfactor;

import org.jspecify.annotations.NullMarked;
