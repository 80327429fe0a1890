/** Tokens with which directories provision accounts and groups. */
@NullMarked
package org.parley.auth.account.directory;

import org.jspecify.annotations.NullMarked;
