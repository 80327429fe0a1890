/** What this service itself keeps of people. */
@NullMarked
package org.parley.notification.own;

import org.jspecify.annotations.NullMarked;
