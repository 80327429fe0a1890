/** Steps that several sign-ins and changes of credentials share. */
@NullMarked
package org.parley.auth.signin.credential;

import org.jspecify.annotations.NullMarked;
