package org.parley.moderation.check;

/**
 * A check has a verdict. Published within this process, after the verdict was stored.
 *
 * @param postCheck the check before the verdict, with its content
 * @param judgement the verdict
 */
public record PostChecked(PostCheck postCheck, Judgement judgement) {
}
