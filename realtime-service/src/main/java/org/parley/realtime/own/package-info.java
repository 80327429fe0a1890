/** What this service itself keeps of people. */
@NullMarked
package org.parley.realtime.own;

import org.jspecify.annotations.NullMarked;
