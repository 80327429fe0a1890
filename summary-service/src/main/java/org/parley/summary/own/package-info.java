/** What this service itself keeps of people. */
@NullMarked
package org.parley.summary.own;

import org.jspecify.annotations.NullMarked;
