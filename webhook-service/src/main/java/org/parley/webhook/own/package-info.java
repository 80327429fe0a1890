/** What this service itself keeps of people. */
@NullMarked
package org.parley.webhook.own;

import org.jspecify.annotations.NullMarked;
