/** Tests of passwords. */
@NullMarked
package org.parley.auth.signin.password;

import org.jspecify.annotations.NullMarked;
