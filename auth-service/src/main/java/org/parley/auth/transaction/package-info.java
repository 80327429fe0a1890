/** Transactions that are tried again when another one came first. */
@NullMarked
package org.parley.auth.transaction;

import org.jspecify.annotations.NullMarked;
