/**
 * Counters that many writers share. The transaction that causes a change records it in a
 * journal. One aggregator adds each journal entry to the counters exactly once.
 */
@NullMarked
package org.parley.forum.counter;

import org.jspecify.annotations.NullMarked;
