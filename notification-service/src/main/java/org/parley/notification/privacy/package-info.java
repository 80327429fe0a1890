/** What this service itself keeps of people. */
@NullMarked
package org.parley.notification.privacy;

import org.jspecify.annotations.NullMarked;
