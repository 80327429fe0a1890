/** What this service itself keeps of people. */
@NullMarked
package org.parley.webhook.privacy;

import org.jspecify.annotations.NullMarked;
