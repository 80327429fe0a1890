/** Tests of what becomes of those who never verify. */
@NullMarked
package org.parley.auth.signin.verification;

import org.jspecify.annotations.NullMarked;
