/**
 * Who people are: accounts, sessions, the keys that sign their tokens, and the audit of
 * it all.
 */
@NullMarked
package org.parley.auth;

import org.jspecify.annotations.NullMarked;
