/**
 * Counters that many writers share: each change is noted in the transaction that makes
 * it, and one folder adds the notes up, exactly once.
 */
@NullMarked
package org.parley.forum.counter;

import org.jspecify.annotations.NullMarked;
