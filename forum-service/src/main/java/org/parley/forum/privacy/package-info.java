/** What this service itself keeps of people. */
@NullMarked
package org.parley.forum.privacy;

import org.jspecify.annotations.NullMarked;
