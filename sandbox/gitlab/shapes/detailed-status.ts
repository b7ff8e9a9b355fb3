import { randomInt } from 'node:crypto';
import type { Status } from '../status.ts';

/** English, German, French, Japanese, Portuguese: GitLab translates this text to the language of the token's owner. */
const TEXTS: Record<Status, readonly string[]> = {
  created: ['Created', 'Erstellt', 'Créé', '作成しました', 'Criado'],
  waiting_for_resource: ['Waiting', 'Warten', 'En attente', '待機中', 'Aguardando'],
  preparing: ['Preparing', 'Vorbereitung', 'Préparation', '準備中', 'Preparando'],
  waiting_for_callback: ['Waiting', 'Warten', 'En attente', '待機中', 'Aguardando'],
  pending: ['Pending', 'Ausstehend', 'En attente', '保留中', 'Pendente'],
  running: ['Running', 'Läuft', "En cours d'exécution", '実行中', 'Executando'],
  success: ['Passed', 'Bestanden', 'Réussi', '成功', 'Aprovado'],
  failed: ['Failed', 'Fehlgeschlagen', 'Échec', '失敗', 'Falhou'],
  canceling: ['Canceling', 'Wird abgebrochen', 'Annulation', 'キャンセル中', 'Cancelando'],
  canceled: ['Canceled', 'Abgebrochen', 'Annulé', 'キャンセルしました', 'Cancelado'],
  skipped: ['Skipped', 'Übersprungen', 'Ignoré', 'スキップ', 'Ignorado'],
  manual: ['Manual', 'Manuell', 'Manuel', '手動', 'Manual'],
  scheduled: ['Scheduled', 'Geplant', 'Planifié', 'スケジュール済み', 'Agendado'],
};

/** `detailed_status` of a pipeline. Its text comes in a language drawn by lot, so that no client can live off it. */
export function detailedStatus(status: Status, hasWarnings: boolean, path: string) {
  const texts = TEXTS[status];
  const text = texts[randomInt(texts.length)] ?? status;
  const isWarning = status === 'success' && hasWarnings;
  const icon = isWarning ? 'status_warning' : `status_${status}`;
  return {
    icon,
    text: isWarning ? 'Warning' : text,
    label: isWarning ? 'passed with warnings' : text.toLowerCase(),
    group: isWarning ? 'success-with-warnings' : status.replaceAll('_', '-'),
    tooltip: text.toLowerCase(),
    has_details: true,
    details_path: path,
    illustration: null,
    favicon: `/assets/ci_favicons/favicon_${icon}.png`,
  };
}
