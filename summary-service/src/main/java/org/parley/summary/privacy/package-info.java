/** What this service itself keeps of people. */
@NullMarked
package org.parley.summary.privacy;

import org.jspecify.annotations.NullMarked;
