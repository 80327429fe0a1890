/** Sign-in with a code that is mailed, if administrators permit it. */
@NullMarked
package org.parley.auth.signin.mailed;

import org.jspecify.annotations.NullMarked;
