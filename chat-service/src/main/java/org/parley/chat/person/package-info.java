/** People: a projection of accounts, built from access tokens and account events. */
@NullMarked
package org.parley.chat.person;

import org.jspecify.annotations.NullMarked;
