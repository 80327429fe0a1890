/** Email verification. */
@NullMarked
package org.parley.auth.signin.verification;

import org.jspecify.annotations.NullMarked;
