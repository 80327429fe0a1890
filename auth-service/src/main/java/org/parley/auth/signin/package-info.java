/** Ways to begin a session, and the password that opens it. */
@NullMarked
package org.parley.auth.signin;

import org.jspecify.annotations.NullMarked;
