/**
 * Ready answers, kept in this process and in Redis, and never older than what was
 * committed.
 */
@NullMarked
package org.parley.forum.cache;

import org.jspecify.annotations.NullMarked;
