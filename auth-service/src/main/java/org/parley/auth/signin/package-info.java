/** Registration and sign-in. */
@NullMarked
package org.parley.auth.signin;

import org.jspecify.annotations.NullMarked;
