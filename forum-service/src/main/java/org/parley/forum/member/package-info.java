/** Members: a projection of accounts, built from access tokens and account events. */
@NullMarked
package org.parley.forum.member;

import org.jspecify.annotations.NullMarked;
