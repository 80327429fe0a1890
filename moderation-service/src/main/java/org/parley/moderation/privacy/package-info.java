/** What this service itself keeps of people. */
@NullMarked
package org.parley.moderation.privacy;

import org.jspecify.annotations.NullMarked;
