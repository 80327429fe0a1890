/** The deletion of accounts: closed for 14 days, then erased in every service. */
@NullMarked
package org.parley.auth.account.erasure;

import org.jspecify.annotations.NullMarked;
