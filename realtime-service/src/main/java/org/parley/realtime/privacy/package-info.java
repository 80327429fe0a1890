/** What this service itself keeps of people. */
@NullMarked
package org.parley.realtime.privacy;

import org.jspecify.annotations.NullMarked;
