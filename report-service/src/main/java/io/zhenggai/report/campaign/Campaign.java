package io.zhenggai.report.campaign;

import java.util.UUID;

/**
 * A published campaign, as far as reports need it.
 *
 * @param title of the plan in its notice, such as 2021年河南省办理建筑许可整改提升工作方案
 */
public record Campaign(UUID id, String title) {}
