/** Codes of authenticator apps (TOTP) and recovery codes. */
@NullMarked
package org.parley.auth.signin.secondfactor.code;

import org.jspecify.annotations.NullMarked;
