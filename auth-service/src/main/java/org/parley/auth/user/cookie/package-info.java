/** The cookies of sign-in. */
@NullMarked
package org.parley.auth.user.cookie;

import org.jspecify.annotations.NullMarked;
