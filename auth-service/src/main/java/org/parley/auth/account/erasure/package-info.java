/** Accounts that go: fourteen days to undo it, then everything, in every service. */
@NullMarked
package org.parley.auth.account.erasure;

import org.jspecify.annotations.NullMarked;
