/** What a password must be, and how it is hashed and compared. */
@NullMarked
package org.parley.auth.signin.password;

import org.jspecify.annotations.NullMarked;
