/** The rules of accounts and names. */
@NullMarked
package org.parley.auth.user;

import org.jspecify.annotations.NullMarked;
