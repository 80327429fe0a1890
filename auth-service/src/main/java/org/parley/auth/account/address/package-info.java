/** Changes of the mail address of an account, and how to undo them. */
@NullMarked
package org.parley.auth.account.address;

import org.jspecify.annotations.NullMarked;
